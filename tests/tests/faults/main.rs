//! Stories about what goes wrong with machines: killed and stopped processes, disks that are full,
//! slow to keep or wrong.

mod burst;
mod ending;
mod failing;
mod flipped;
mod forms;
mod fsync;
mod full_disk;
mod killed;
mod ordered;
mod power;
mod sockets;
mod stopped;
