"""`python -m reportedly`: the command line where the program `reportedly` is not on the path."""

from reportedly.show.cli import main

if __name__ == "__main__":
    main(prog_name="reportedly")
