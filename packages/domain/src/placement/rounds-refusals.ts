import type { RefusalText } from '../refusal-text.js';

/** Ranked lists and placement rounds. */
export const roundsRefusals = {
  'ranking.not-a-candidate': {
    status: 404,
    zh: '您不在本年度的入围名单中，或名单尚未公布',
    en: 'You are not on the qualified list of this season, or it is not out yet',
  },
  'ranking.closed': {
    status: 409,
    zh: '志愿目前不能修改：您的状态为“{status}”',
    en: 'The list cannot be changed now: you stand at "{status}"',
  },
  'ranking.too-many': { status: 422, zh: '最多填报 {max} 个岗位', en: 'Rank at most {max} posts' },
  'ranking.post-twice': { status: 422, zh: '岗位 {post} 重复填报', en: 'Post {post} is ranked twice' },
  'ranking.post-not-open': { status: 422, zh: '岗位 {post} 不存在或未开放', en: 'Post {post} is unknown or not open' },
  'round.frozen': {
    status: 409,
    zh: '本轮分配 {round} 已冻结，公布之前志愿、岗位和名额都不能更改',
    en: 'Round {round} is frozen; lists, posts and quotas stand still until it is published',
  },
  'round.wrong-step': {
    status: 409,
    zh: '本轮分配目前处于“{status}”，不能进行这一步',
    en: 'The round stands at "{status}"; this step is not possible now',
  },
  'round.another-live': {
    status: 409,
    zh: '本年度还有一轮未结束的分配：{round}',
    en: 'Another round of this season is not finished: {round}',
  },
  'round.main-first': {
    status: 409,
    zh: '主轮公布之后才能开始补录轮',
    en: 'A backfill round follows a published main round',
  },
  'round.nothing-to-fill': {
    status: 409,
    zh: '没有因流失而空出的岗位',
    en: 'No seats were lost; there is nothing to fill',
  },
  'round.no-candidates': { status: 409, zh: '没有可参加本轮的人员', en: 'There is nobody to place in this round' },
  'round.no-posts': { status: 409, zh: '没有开放的岗位', en: 'No posts are open' },
  'round.input-invalid': {
    status: 422,
    zh: '冻结数据不符合公开格式：{fault}',
    en: 'The data cannot be frozen: {fault}',
  },
  'round.not-verified': { status: 409, zh: '结果未通过核验', en: 'The result did not pass its verification' },
  'round.not-published': { status: 404, zh: '本轮结果尚未公布', en: 'The result of this round is not published' },
  'round.no-result': { status: 409, zh: '本轮尚无结果', en: 'The round has no result yet' },
  'round.not-in-round': { status: 404, zh: '该人员不在本轮分配中', en: 'This person was not in the round' },
  'round.unknown-post': { status: 422, zh: '本轮没有岗位 {post}', en: 'There is no post {post} in this round' },
  'round.unknown-quota': { status: 422, zh: '本轮没有指标 {node}', en: 'There is no quota {node} in this round' },
} as const satisfies Record<string, RefusalText>;
