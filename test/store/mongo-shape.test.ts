/** The shape of what MongoDB is asked, from which its planner gets tight index bounds; no server needed. */
import { describe, expect, it } from 'vitest';
import { countPipelines, pagePipelines, union } from '../../src/store/mongo/page.js';
import { parseCount, parsePage } from '../../src/store/query.js';
import type { PageQuery } from '../../src/store/repo.js';

const visible = (source: string) => ({ source, from: { lte: 7 }, until: { gt: 7 } });
const clauses = (source: string) => [{ source: { $eq: source } }, { from: { $lte: 7 } }, { until: { $gt: 7 } }];
const query: PageQuery = {
  anyOf: [visible('a')],
  order: { field: 'name', direction: 'ASC' },
  tieBreaker: 'id',
  limit: 3,
};

describe('a page as MongoDB is asked for it', () => {
  it('bounds the order field itself, beside the choice of what lies beyond the position', () => {
    const [values] = pagePipelines(parsePage({ ...query, after: { value: 'm', id: 'x' } }), [], 0);
    expect(values?.slice(0, 3)).toEqual([
      {
        $match: {
          $and: [...clauses('a'), { name: { $gte: 'm' } }, { $or: [{ name: { $gt: 'm' } }, { id: { $gt: 'x' } }] }],
        },
      },
      { $sort: { name: 1, id: 1 } },
      { $limit: 3 },
    ]);
  });

  it('repeats the position in every branch, so that each is a scan of its own in order', () => {
    const after = { value: 'm', id: 'x' };
    const [values] = pagePipelines(parsePage({ ...query, anyOf: [visible('a'), visible('b')], after }), [], 0);
    const beyond = [{ name: { $gte: 'm' } }, { $or: [{ name: { $gt: 'm' } }, { id: { $gt: 'x' } }] }];
    expect(values?.[0]).toEqual({
      $match: { $or: [{ $and: [...clauses('a'), ...beyond] }, { $and: [...clauses('b'), ...beyond] }] },
    });
  });

  it('asks for nulls apart, and only where there can be some', () => {
    const stages = (more: Partial<PageQuery>) =>
      pagePipelines(parsePage({ ...query, ...more }), [], 0).map((stages) => JSON.stringify(stages[0]));
    expect(stages({})).toHaveLength(2);
    expect(stages({ after: { value: null, id: 'x' } })).toEqual([
      JSON.stringify({ $match: { $and: [...clauses('a'), { name: { $eq: null } }, { id: { $gt: 'x' } }] } }),
    ]);
    expect(stages({ before: { value: 'm', id: 'x' }, fromEnd: true })).toHaveLength(1);
    expect(stages({ anyOf: [{ ...visible('a'), name: { gt: 'a' } }] })).toHaveLength(1);
  });

  it('reads from the end in the opposite order', () => {
    const [values] = pagePipelines(parsePage({ ...query, fromEnd: true }), [], 0);
    expect(values?.[1]).toEqual({ $sort: { name: -1, id: -1 } });
  });

  it('puts many counts into one aggregation, each told apart', () => {
    const pipelines = ['a', 'b'].flatMap((source, at) => countPipelines(parseCount({ anyOf: [{ source }] }), [], at));
    expect(union('things', pipelines)).toEqual([
      { $match: { source: { $eq: 'a' } } },
      { $group: { _id: { $literal: 0 }, count: { $sum: 1 } } },
      {
        $unionWith: {
          coll: 'things',
          pipeline: [{ $match: { source: { $eq: 'b' } } }, { $group: { _id: { $literal: 1 }, count: { $sum: 1 } } }],
        },
      },
    ]);
  });
});
