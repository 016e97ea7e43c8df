//! What a child may not do, tried in the real program, and what its parent says of it.

use std::net::TcpListener;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use server::child::attempt::Attempt;
use server::child::confine::Withheld;
use server::child::{ChildError, ChildJob, ChildPool, TIME_LIMIT};

fn pool(time_limit: Duration) -> ChildPool {
    ChildPool::of(env!("CARGO_BIN_EXE_peil"), time_limit)
}

async fn tries(attempt: Attempt) -> ChildError {
    let done = pool(TIME_LIMIT)
        .run(&ChildJob::Attempt(attempt.clone()))
        .await;
    done.expect_err(&format!("{attempt:?} is no child's business"))
}

/// Where a child that is fine still answers.
async fn assert_well(pool: &ChildPool) {
    pool.run(&ChildJob::Confinement)
        .await
        .expect("the next child is none the worse");
}

#[tokio::test]
async fn this_kernel_takes_all_that_is_to_be_given_up() {
    let said = pool(TIME_LIMIT).run(&ChildJob::Confinement).await;
    let withheld: Vec<Withheld> = serde_json::from_slice(&said.unwrap()).unwrap();
    // A kernel may be without Landlock; files are out of reach all the same, as the next test shows.
    assert!(
        withheld.iter().all(|one| *one == Withheld::Files),
        "{withheld:?}"
    );
}

#[tokio::test]
async fn a_child_reaches_no_network_no_file_and_no_program() {
    let open = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = open.local_addr().unwrap().port();
    let path = PathBuf::from("/etc/passwd");
    assert!(std::fs::read(&path).is_ok(), "there is something to read");
    let folder = tempfile::tempdir().unwrap();
    let new = folder.path().join("new");
    for attempt in [
        Attempt::Connect { port },
        Attempt::OpenSocket,
        Attempt::ReadFile { path },
        Attempt::WriteFile { path: new.clone() },
        Attempt::Execute {
            program: env!("CARGO_BIN_EXE_peil").into(),
        },
    ] {
        let error = tries(attempt).await;
        assert!(matches!(error, ChildError::Forbidden), "{error:?}");
        assert_eq!(
            error.to_string(),
            "its maker did what it may not do, and was refused"
        );
    }
    assert!(!new.exists());
}

#[tokio::test]
async fn a_child_ends_that_takes_more_memory_than_it_may() {
    let error = tries(Attempt::UseMemory).await;
    assert!(matches!(error, ChildError::OutOfMemory), "{error:?}");
    assert_well(&pool(TIME_LIMIT)).await;
}

#[tokio::test]
async fn a_child_that_runs_too_long_is_killed_while_others_are_answered() {
    let limit = Duration::from_secs(2);
    let pool = pool(limit);
    let forever = ChildJob::Attempt(Attempt::RunLong);
    let begin = Instant::now();
    let (long, ()) = tokio::join!(pool.run(&forever), async {
        assert_well(&pool).await;
        assert!(begin.elapsed() < limit, "nobody waits for the other one");
    });
    let error = long.unwrap_err();
    assert!(matches!(error, ChildError::TookTooLong(_)), "{error:?}");
    assert_eq!(error.to_string(), "making it took longer than 2 seconds");
    assert_well(&pool).await;
}

/// How nice the processes of that program are that this one started, as the kernel tells.
fn niceness_of_children() -> Vec<i64> {
    let mine = std::process::id().to_string();
    let processes = std::fs::read_dir("/proc").expect("Linux tells of processes");
    let told = processes.filter_map(|process| {
        let told = std::fs::read_to_string(process.ok()?.path().join("stat")).ok()?;
        // Behind the program's name, which may hold anything: state, parent, and 13 on.
        let (_, behind) = told.rsplit_once(')')?;
        let fields: Vec<&str> = behind.split_whitespace().collect();
        (fields[1] == mine && told.contains("(peil)"))
            .then(|| fields[16].parse().expect("a number"))
    });
    told.collect()
}

#[tokio::test]
async fn a_child_takes_the_time_that_nobody_else_needs() {
    let pool = pool(Duration::from_secs(1));
    let forever = ChildJob::Attempt(Attempt::RunLong);
    let ((), _killed) = tokio::join!(
        async {
            while !niceness_of_children().contains(&19) {
                tokio::task::yield_now().await;
            }
        },
        pool.run(&forever)
    );
}

#[tokio::test]
async fn a_third_waits_until_one_of_two_is_done() {
    let limit = Duration::from_secs(1);
    let pool = pool(limit);
    let forever = ChildJob::Attempt(Attempt::RunLong);
    let begin = Instant::now();
    let (first, second, ()) = tokio::join!(pool.run(&forever), pool.run(&forever), async {
        assert_well(&pool).await;
        assert!(begin.elapsed() >= limit, "there were two already");
    });
    assert!(first.is_err() && second.is_err());
}

#[tokio::test]
async fn what_a_child_was_about_is_in_no_error() {
    let saying = "wat iemand had ingevuld".to_owned();
    let error = tries(Attempt::FallOver { saying }).await;
    assert!(matches!(error, ChildError::Stopped(_)), "{error:?}");
    assert!(!format!("{error} {error:?}").contains("iemand"));
}

#[tokio::test]
async fn a_program_that_is_not_there_is_an_error_and_no_more() {
    let pool = ChildPool::of("/nowhere/peil", TIME_LIMIT);
    let error = pool.run(&ChildJob::Confinement).await.unwrap_err();
    assert!(matches!(error, ChildError::Io(_)), "{error:?}");
}
