import type { RefusalText } from '../refusal-text.js';

/** What any service may answer. */
export const platformRefusals = {
  'request.malformed': { status: 400, zh: '请求内容不符合要求：{what}', en: 'The request is not well formed: {what}' },
  'request.too-large': { status: 400, zh: '请求内容过大', en: 'The request is too large' },
  'request.unknown-route': { status: 404, zh: '没有这个地址', en: 'There is no such address' },
  'request.too-many': {
    status: 429,
    zh: '请求过于频繁，请 {seconds} 秒后再试',
    en: 'Too many requests; try again in {seconds} s',
  },
  'service.unavailable': {
    status: 503,
    zh: '服务暂时不可用，请稍后再试；您填写的内容没有丢失',
    en: 'The service is away for the moment; try again shortly. Nothing you wrote is lost',
  },
  'service.busy': {
    status: 503,
    zh: '现在办理的人很多，请 {seconds} 秒后再试；这一次还没有办成，您填写的内容没有丢失',
    en: 'Many people are here at once; try again in {seconds} s. Nothing was done yet, and nothing you wrote is lost',
  },
  'session.missing': { status: 401, zh: '请先登录', en: 'Please sign in first' },
  'session.expired': { status: 401, zh: '登录已过期，请重新登录', en: 'Your session has ended; please sign in again' },
  'session.foreign-origin': {
    status: 403,
    zh: '请求不是从本站页面发出的',
    en: 'The request did not come from a page of this site',
  },
  'permission.missing': {
    status: 403,
    zh: '您的岗位没有这项权限（{permission}）',
    en: 'Your role does not allow this ({permission})',
  },
  'record.unknown': {
    status: 404,
    zh: '没有找到这条记录，或您无权查看',
    en: 'There is no such record, or you may not know of it',
  },
  'idempotency.key-missing': {
    status: 400,
    zh: '缺少 Idempotency-Key 请求头',
    en: 'The Idempotency-Key header is missing',
  },
  'idempotency.key-reused': {
    status: 422,
    zh: '同一个 Idempotency-Key 用于了不同内容',
    en: 'The same Idempotency-Key came with another content',
  },
  'version.missing': {
    status: 428,
    zh: '缺少 If-Match 请求头，无法确认您看到的是最新内容',
    en: 'The If-Match header is missing',
  },
  'version.stale': {
    status: 412,
    zh: '内容已被他人修改，请刷新后再试',
    en: 'Somebody changed this meanwhile; reload and try again',
  },
  'cursor.invalid': {
    status: 400,
    zh: '翻页位置无效，请从第一页重新开始',
    en: 'The cursor is not valid; start again from the first page',
  },
  'clock.not-virtual': { status: 409, zh: '本系统使用真实时钟，不能拨动', en: 'This system runs on the real clock' },
  'clock.backwards': { status: 422, zh: '时钟只能向前拨', en: 'The clock only moves forward' },
  'reason.missing': { status: 422, zh: '请写明原因', en: 'A reason is required' },
  'season.unknown': { status: 422, zh: '没有这个年度：{season}', en: 'There is no such season: {season}' },
  'milestone.not-set': {
    status: 409,
    zh: '本年度尚未公布“{milestone}”的时间',
    en: 'The window of "{milestone}" has not been announced for this season',
  },
  'milestone.not-open': { status: 409, zh: '“{milestone}”将于 {opensAt} 开始', en: '"{milestone}" opens at {opensAt}' },
  'milestone.closed': {
    status: 409,
    zh: '“{milestone}”已于 {closesAt} 截止（{noticeNumber}）',
    en: '"{milestone}" closed at {closesAt} ({noticeNumber})',
  },
  'four-eyes.same-person': {
    status: 403,
    zh: '编制人与审批人不能是同一人',
    en: 'Whoever prepared this may not approve it',
  },
} as const satisfies Record<string, RefusalText>;
