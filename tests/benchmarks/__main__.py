"""`make bench`: every figure, each beside its bar."""

from tests.benchmarks import broadcasts, matching, million, people, public_suites, startup, throughput


def main() -> None:
    """Print one table after another."""
    for part in (startup, throughput, people, broadcasts, million, matching, public_suites):
        print(part.table(), end="\n\n", flush=True)


if __name__ == "__main__":
    main()
