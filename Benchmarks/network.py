"""Asks igraph and NetworKit the same as Stelsel was asked.

Reads a line for each question and answers with one: `load FILE NODES` reads edges of numbers; `time QUESTION` gives the seconds that it
took and those that processors spent on it; `values QUESTION FILE` writes the last answer, a number on each line. NetworKit works with two threads.
"""

import statistics
import sys
import time
from importlib.metadata import version

import igraph
import networkit

networkit.setNumberOfThreads(2)
state = {}


def load(path, nodes):
    with open(path, encoding="utf-8") as file:
        edges = [tuple(map(int, line.split())) for line in file]
    state["igraph"] = igraph.Graph(int(nodes), edges)
    state["modularities"] = []
    state["networkit"] = networkit.Graph(int(nodes))
    for one, other in edges:
        state["networkit"].addEdge(one, other)


def run(algorithm):
    algorithm.run()
    return algorithm


def leiden():
    """Draws by chance: of several runs, the modularity in the middle counts."""
    found = state["igraph"].community_leiden(objective_function="modularity")
    state["modularities"].append(found.modularity)
    return found


questions = {
    "igraph.betweenness": lambda: state["igraph"].betweenness(),
    "igraph.harmonic": lambda: state["igraph"].harmonic_centrality(),
    "igraph.pagerank": lambda: state["igraph"].pagerank(),
    "igraph.cores": lambda: state["igraph"].coreness(),
    "igraph.components": lambda: state["igraph"].connected_components(),
    "igraph.articulation": lambda: state["igraph"].articulation_points(),
    "igraph.bridges": lambda: state["igraph"].bridges(),
    "igraph.clustering": lambda: state["igraph"].transitivity_local_undirected(mode="zero"),
    "igraph.sizes": lambda: state["igraph"].connected_components().sizes(),
    "igraph.leiden": leiden,
    "networkit.betweenness": lambda: run(networkit.centrality.Betweenness(state["networkit"])),
    "networkit.estimate": lambda: run(
        networkit.centrality.EstimateBetweenness(state["networkit"], 256, False, True)
    ),
}

numbers = {
    "igraph.components": lambda answer: answer.membership,
    "igraph.articulation": sorted,
    "igraph.leiden": lambda answer: [statistics.median(state["modularities"])],
    "igraph.bridges": lambda answer: [
        end for pair in sorted(sorted(state["igraph"].es[edge].tuple) for edge in answer) for end in pair
    ],
    "igraph.sizes": lambda answer: sorted(answer, reverse=True),
}

print(version("igraph"), version("networkit"), flush=True)
answers = {}
for line in sys.stdin:
    words = line.split()
    if words[0] == "load":
        load(words[1], words[2])
        print("ready", flush=True)
    elif words[0] == "time":
        start, spent = time.perf_counter(), time.process_time()
        answers[words[1]] = questions[words[1]]()
        print(time.perf_counter() - start, time.process_time() - spent, flush=True)
    elif words[0] == "values":
        found = numbers.get(words[1], list)(answers[words[1]])
        with open(words[2], "w", encoding="utf-8") as file:
            file.write("\n".join(map(repr, found)))
        print("written", flush=True)
