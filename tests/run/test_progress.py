"""Progress: a live line on a terminal, now and then a plain line elsewhere."""

import io

from regesta.run import Summary, progress, show_progress, told


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_told_leaves_out_what_is_none():
    assert told(Summary(read=2, events=3)) == "2 read, 3 events, 0 troubles"
    assert told(Summary(read=1, events=1, troubles=1)) == "1 read, 1 event, 1 trouble"


def test_plain_lines_are_not_too_many(monkeypatch):
    out = io.StringIO()
    with show_progress(out) as show:
        show(Summary(read=1))
        assert out.getvalue() == ""
        monkeypatch.setattr(progress, "SECONDS_A_LINE", 0.0)
        show(Summary(read=2))
    assert out.getvalue() == "2 read, 0 troubles\n"


def test_a_terminal_gets_a_live_line():
    out = Terminal()
    with show_progress(out) as show:
        show(Summary(read=7))
    assert "7 read" in out.getvalue()
