"""Tells every story, each over a store of its own, and counts."""

import sys
from pathlib import Path

from agreement import AgreementStory
from council import CouncilStory
from map import MapStory
from stage import play
from story import Story

STORIES = {
    "the whole line": (Story, None),
    "the map read": (MapStory, None),
    "an agreement that lives": (AgreementStory, Path(__file__).parent / "warmte"),
    "deciding": (CouncilStory, Path(__file__).parent / "raad"),
}


def main():
    passed = failed = 0
    for name, (story, prepared) in STORIES.items():
        if sys.argv[1:] and name not in sys.argv[1:]:
            continue
        print(f"\n{name}", flush=True)
        done, lost = play(story, prepared)
        passed, failed = passed + done, failed + lost
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
