"""`python -m benchmarks.pages --shared DIR`: measure, print, and write `results.md`."""

from benchmarks.pages.run import main

if __name__ == "__main__":
    main()
