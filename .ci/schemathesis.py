"""Hooks of Schemathesis: ids that are really there, and the one check beside its own: no answer tells of a fault."""

import atexit
import collections
import json
import os
import zlib

import graphql
import schemathesis
from hypothesis import strategies as st
from schemathesis.graphql import nodes

with open(os.environ["FUZZ_IDS"], encoding="utf-8") as file:
    ids_by_concept = json.load(file)

known = st.sampled_from(sorted(ids_by_concept)).flatmap(lambda concept: st.sampled_from(ids_by_concept[concept]))
ids = st.one_of(known, known, known, st.text(max_size=40))
schemathesis.graphql.scalar("ID", ids.map(nodes.String))
# Pages of a size that is taken, mostly; most operations would be refused for it otherwise.
sizes = st.one_of(st.integers(1, 5), st.integers(1, 5), st.integers(-(2**31), 2**31 - 1))
schemathesis.graphql.scalar("Int", sizes.map(nodes.Int))
schemathesis.graphql.scalar("JSONObject", st.just(nodes.Object([])))


class Forward(graphql.Visitor):
    """Leaves the arguments out that lead the other way, and the cursors, which no chance finds."""

    def enter_argument(self, node, *_):
        return graphql.REMOVE if node.name.value in ("last", "before", "after") else None


@schemathesis.hook
def map_body(ctx, body):
    """Most pages are read in one direction: with all arguments of a page at once, each is refused."""
    return body if zlib.crc32(graphql.print_ast(body).encode()) % 4 == 0 else graphql.visit(body, Forward())


outcomes = collections.defaultdict(collections.Counter)


@schemathesis.check
def no_fault(ctx, response, case):
    """Every error has a code, and none is a fault of the gateway."""
    answer = json.loads(response.content)
    codes = [error["extensions"]["code"] for error in answer.get("errors", [])]
    outcomes[case.operation.label][codes[0] if codes else "data"] += 1
    assert "INTERNAL_SERVER_ERROR" not in codes, f"the answer tells of a fault: {answer['errors']}"


@atexit.register
def write_outcomes():
    with open(os.environ["FUZZ_OUTCOMES"], "w", encoding="utf-8") as file:
        json.dump(outcomes, file)
