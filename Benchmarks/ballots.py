"""Counts the same ballots with well-kept programs. Prints lines: what, version, seconds to count, seconds to read and count, winners (with
commas between).

Argument: a file as `stelsel ballot count` reads it, each ballot a full ranking without equals. To count is timed with the program's own
ballots in memory, except where it counts pairs while it makes its profile (pref_voting); to read is JSON into those ballots.
"""

import collections
import json
import statistics
import sys
import time
from importlib.metadata import version


def seconds(work):
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def told(name, reading, count, times):
    runs = [seconds(count) for _ in range(times)]
    taken, winners = statistics.median(run[0] for run in runs), runs[0][1]
    print(name, version(name), f"{taken:.3f}", f"{reading + taken:.3f}", ",".join(sorted(winners)))


def rankings(path):
    with open(path, encoding="utf-8") as file:
        data = json.load(file)
    return data["rule"]["method"], data["options"], [[place[0] for place in one["ranking"]] for one in data["ballots"]]


read, (what, options, ballots) = seconds(lambda: rankings(sys.argv[1]))
if what == "irv":
    import pyrankvote

    candidates = {option: pyrankvote.Candidate(option) for option in options}
    made, papers = seconds(lambda: [pyrankvote.Ballot([candidates[one] for one in ranking]) for ranking in ballots])

    def runoff():
        return [one.name for one in pyrankvote.instant_runoff_voting(list(candidates.values()), papers).get_winners()]

    told("pyrankvote", read + made, runoff, 3)
else:
    import votelib.convert
    import votelib.evaluate.condorcet
    from pref_voting.margin_based_methods import beat_path
    from pref_voting.profiles import Profile

    numbers = {option: number for number, option in enumerate(options)}
    made, papers = seconds(lambda: [tuple(numbers[one] for one in ranking) for ranking in ballots])
    beat_path(Profile(papers[:10]))  # So that what is compiled at the first call is not timed.
    told("pref_voting", read + made, lambda: [options[one] for one in beat_path(Profile(papers))], 3)
    made, votes = seconds(lambda: collections.Counter(map(tuple, ballots)))

    def schulze():
        pairs = votelib.convert.RankedToCondorcetVotes().convert(votes)
        return votelib.evaluate.condorcet.Schulze().evaluate(pairs, 1)

    told("votelib", read + made, schulze, 1)
