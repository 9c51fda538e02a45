"""The register behind the server that people start, reached by a bare line to its port."""

import socket
import threading
from contextlib import contextmanager

from registry.cli.serving import server_for


@contextmanager
def served(app):
    """Yield the port at which the app is served, on this device."""
    server = server_for(app, "127.0.0.1", 0)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield server.effective_port
    finally:
        server.close()
        thread.join(10)


def said(port, request, seconds=10):
    """What the server says to these bytes, until it closes the line or is silent."""
    with socket.create_connection(("127.0.0.1", port), timeout=seconds) as line:
        line.sendall(request)
        line.shutdown(socket.SHUT_WR)
        parts = []
        try:
            while part := line.recv(65_536):
                parts.append(part)
        except TimeoutError:
            pass
    return b"".join(parts).decode("latin-1")
