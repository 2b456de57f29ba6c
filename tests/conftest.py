"""What holds for every test."""

import signal

# A build machine may start the tests with Ctrl-C ignored, and children inherit that; the runs that
# the tests interrupt must hear it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
