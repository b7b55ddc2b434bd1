"""Reading in another process, so that no file can take the program down with it.

The parent (`isolated_reader`) sends paths to a child (`reading_child`), which sends its pages, plans and errors back
as lines of JSON: nothing that comes from a process which has parsed foreign bytes is ever unpickled.
"""
