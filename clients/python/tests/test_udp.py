"""Lines from a UDP socket, through the program, to a running stack."""

import re
import signal
import socket
import subprocess
import sys
import time
import uuid

from hebb_client import Hebb


def test_lines_of_datagrams_arrive_and_a_bad_one_is_told(stack):
    # Given
    network = f"udp-{uuid.uuid4().hex[:8]}"
    command = [sys.executable, "-m", "hebb_client.udp", network, "0", stack.bootstrap, stack.registry]
    program = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    port = int(re.search(r"port (\d+)", program.stderr.readline()).group(1))

    # When
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as peer:
        peer.connect(("127.0.0.1", port))
        for k in range(100):
            peer.send(f"0,{k * 100_000}\n1,{k * 100_000 + 3000}\n".encode())
        peer.send(b"5,100\n7;oops\n")
        told = program.stderr.readline()
        peer.send(b"heartbeat,60000000\n")
        until = time.monotonic() + 60
        found = []
        while not found and time.monotonic() < until:
            found = [n for n in Hebb(stack.app).networks() if n["network"] == network and n["spikes"] == 200]
            time.sleep(0.2)
    program.send_signal(signal.SIGINT)
    _, last = program.communicate(timeout=60)

    # Then
    assert "7;oops" in told
    assert found and found[0]["neurons"] == 2
    assert f"200 spikes of network {network} sent" in last
