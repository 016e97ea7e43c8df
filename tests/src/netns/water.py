"""What lies between two shores: two TUN devices, and in between a delay and a loss for every packet, each way.

`water.py DEVICE DEVICE SEED` says `ready` once both devices are there. Orders come as lines: `PERMILLE MILLISECONDS` is how many of
a thousand packets are lost and how long the others take; `tell` is answered with how many passed and how many were lost.
"""

import fcntl
import heapq
import os
import random
import select
import struct
import sys
import time

TUNSETIFF = 0x400454CA
IFF_TUN = 0x0001
IFF_NO_PI = 0x1000
PACKET_BYTES = 65536


def attach(name):
    device = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(device, TUNSETIFF, struct.pack("16sH22x", name.encode(), IFF_TUN | IFF_NO_PI))
    return device


def take(device, other, under_way, loss, delay, dice, counts):
    while True:
        try:
            packet = os.read(device, PACKET_BYTES)
        except BlockingIOError:
            return
        except OSError:
            sys.exit()  # The shore is gone, and its device with it.
        if dice.randrange(1000) < loss:
            counts[1] += 1
            continue
        counts[0] += 1
        heapq.heappush(under_way, (time.monotonic() + delay, counts[0], other, packet))


def deliver(under_way):
    while under_way and under_way[0][0] <= time.monotonic():
        _, _, device, packet = heapq.heappop(under_way)
        try:
            os.write(device, packet)
        except OSError:
            pass  # A device whose queue is full, or that is not up yet, loses it: as water does.


def main():
    first, second = attach(sys.argv[1]), attach(sys.argv[2])
    dice = random.Random(int(sys.argv[3]))
    loss, delay, counts, under_way, typed = 0, 0.0, [0, 0], [], b""
    poll = select.poll()
    for readable in (first, second, sys.stdin.fileno()):
        poll.register(readable, select.POLLIN | select.POLLHUP)
    print("ready", flush=True)
    while True:
        wait = None if not under_way else max(0.0, (under_way[0][0] - time.monotonic()) * 1000)
        for ready, _ in poll.poll(wait):
            if ready == first:
                take(first, second, under_way, loss, delay, dice, counts)
            elif ready == second:
                take(second, first, under_way, loss, delay, dice, counts)
            else:
                read = os.read(ready, 4096)
                if not read:
                    return
                *lines, typed = (typed + read).split(b"\n")
                for line in lines:
                    if line == b"tell":
                        print(*counts, flush=True)
                    else:
                        loss, milliseconds = (int(word) for word in line.split())
                        delay = milliseconds / 1000
                        print("done", flush=True)
        deliver(under_way)


main()
