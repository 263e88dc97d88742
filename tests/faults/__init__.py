"""Black-box fault scripts: the program is killed, starved and damaged from outside."""
