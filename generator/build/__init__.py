"""One build: the files of each owner, current or made anew, written as a whole and swapped in."""
