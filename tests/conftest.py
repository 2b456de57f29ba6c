"""What holds for every test."""

import signal

from hypothesis import settings

# No test asserts how long anything takes: the first call of one may load a model.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

# A build machine may start the tests with Ctrl-C ignored, and children inherit that; the runs that
# the tests interrupt must hear it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
