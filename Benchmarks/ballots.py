"""Counts the same ballots with well-kept programs. Prints lines: what, version, seconds, winners (with commas between).

Arguments: what (`irv` or `schulze`) and a file with one ballot a line: the positions of options, best first. Reading the file and making
ballots of it is not timed, except where the program counts pairs while it makes its profile (pref_voting).
"""

import collections
import statistics
import sys
import time
from importlib.metadata import version

what, path = sys.argv[1], sys.argv[2]
with open(path, encoding="utf-8") as file:
    rankings = [tuple(int(word) for word in line.split()) for line in file]
options = range(len(rankings[0]))


def timed(name, count, times):
    taken, winners = [], []
    for _ in range(times):
        start = time.perf_counter()
        winners = count()
        taken.append(time.perf_counter() - start)
    print(name, version(name), f"{statistics.median(taken):.3f}", ",".join(str(one) for one in sorted(winners)))


if what == "irv":
    import pyrankvote

    candidates = [pyrankvote.Candidate(str(option)) for option in options]
    ballots = [pyrankvote.Ballot([candidates[option] for option in ranking]) for ranking in rankings]

    def runoff():
        result = pyrankvote.instant_runoff_voting(candidates, ballots)
        return [int(winner.name) for winner in result.get_winners()]

    timed("pyrankvote", runoff, 3)
else:
    import votelib.convert
    import votelib.evaluate.condorcet
    from pref_voting.margin_based_methods import beat_path
    from pref_voting.profiles import Profile

    votes = collections.Counter(rankings)
    beat_path(Profile(rankings[:10]))  # So that what is compiled at the first call is not timed.
    timed("pref_voting", lambda: [int(option) for option in beat_path(Profile(rankings))], 3)

    def schulze():
        pairs = votelib.convert.RankedToCondorcetVotes().convert(votes)
        return votelib.evaluate.condorcet.Schulze().evaluate(pairs, 1)

    timed("votelib", schulze, 1)
