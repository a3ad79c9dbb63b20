"""Asks Cedar the same as Stelsel was asked. Prints: decisions a second, how many answers differ, version of the binding.

Policies and entities are read once, before the clock starts. The requests go in one batch, and one by one; the faster way counts.
"""

import json
import statistics
import sys
import time
from importlib.metadata import version

import cedarpy

with open(sys.argv[1], encoding="utf-8") as file:
    policies = cedarpy.PolicySet.from_str(file.read())
with open(sys.argv[2], encoding="utf-8") as file:
    asked = [line.split(" ") for line in file.read().splitlines()]
group = {"type": "Group", "id": "parties"}
actors = sorted({actor for actor, _, _, _ in asked})
entities = cedarpy.Entities.from_json_str(
    json.dumps(
        [{"uid": group, "attrs": {}, "parents": []}]
        + [{"uid": {"type": "Organisation", "id": actor}, "attrs": {}, "parents": [group]} for actor in actors]
    )
)
requests = [
    {
        "principal": {"type": "Organisation", "id": actor},
        "action": {"type": "Action", "id": action},
        "resource": {"type": "Object", "id": thing},
        "context": {},
    }
    for actor, action, thing, _ in asked
]


def batch():
    return cedarpy.is_authorized_batch(requests, policies, entities)


def one_by_one():
    return [cedarpy.is_authorized(request, policies, entities) for request in requests]


def rate(way):
    times = []
    for _ in range(3):
        start = time.perf_counter()
        answers = way()
        times.append(time.perf_counter() - start)
    return len(requests) / statistics.median(times), answers


best, answers = max((rate(batch), rate(one_by_one)), key=lambda found: found[0])
differing = sum(answer.allowed != (words[3] == "1") for answer, words in zip(answers, asked))
print(f"{best:.0f} {differing} {version('cedarpy')}")
