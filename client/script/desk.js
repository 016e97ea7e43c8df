// Takes people from what is said about a line to that line of the text. Without this script the same links lead to the lines
// under the text. Copies texts and pictures too, which without this script are selected by hand and saved.

const field = document.getElementById("text");
const numbered = document.getElementById("numbered");

function goTo(line) {
  const before = field.value.split("\n").slice(0, line - 1);
  const start = before.reduce((length, each) => length + each.length + 1, 0);
  const high = parseFloat(getComputedStyle(field).lineHeight);
  field.focus({ preventScroll: true });
  field.setSelectionRange(start, start);
  field.scrollTop = (line - 1) * high - field.clientHeight / 3;
  field.scrollLeft = 0;
  field.scrollIntoView({ block: "center" });
}

if (field && numbered) {
  for (const link of document.querySelectorAll(".problem .where a")) {
    const line = Number(link.hash.slice("#line-".length));
    link.addEventListener("click", (event) => {
      event.preventDefault();
      goTo(line);
    });
  }
  numbered.remove();
}

// What another script brings to life copies by itself.
const living = document.getElementById("state") && document.getElementById("page");

// Not by the newer way, which browsers have over https alone.
for (const button of document.querySelectorAll("[data-copies]")) {
  if (living?.contains(button)) continue;
  button.hidden = false;
  button.addEventListener("click", () => {
    document.getElementById(button.dataset.copies).select();
    if (document.execCommand("copy")) {
      button.textContent = button.dataset.copied;
    }
    button.focus();
  });
}

// By https, and on the very machine that serves; elsewhere a picture is saved.
if (window.ClipboardItem && navigator.clipboard?.write) {
  for (const button of document.querySelectorAll("[data-copies-picture]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const words = button.querySelector("[data-words]");
      // Some browsers take a picture that is still to come, and none that came after the press.
      const picture = fetch(button.dataset.copiesPicture).then((answer) => (answer.ok ? answer.blob() : Promise.reject(answer.status)));
      try {
        await navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]);
        words.textContent = button.dataset.copied;
      } catch {
        words.textContent = button.dataset.failed;
      }
    });
  }
}
