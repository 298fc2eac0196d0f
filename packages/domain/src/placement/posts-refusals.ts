import type { RefusalText } from '../refusal-text.js';

/** Service counties, quotas and posts. */
export const postsRefusals = {
  'county.exists': {
    status: 409,
    zh: '该旗县已在服务县名册中，目前为“{status}”',
    en: 'This county is on the register already; it stands at "{status}"',
  },
  'county.wrong-step': {
    status: 409,
    zh: '该服务县目前处于“{status}”，不能进行这一步',
    en: 'This service county stands at "{status}"; this step is not possible now',
  },
  'county.unknown-division': {
    status: 422,
    zh: '{county} 不是本地区的旗县',
    en: '{county} is not a county of this region',
  },
  'county.not-key-county': {
    status: 422,
    zh: '新增服务旗县须为国家或当地乡村振兴重点帮扶县',
    en: 'A new service county must be a national or local key county for rural revitalisation',
  },
  'county.season-barred': {
    status: 422,
    zh: '该旗县自 {from} 年度起取消资格，{season} 年度不能重新申请',
    en: 'This county is out from {from}; it cannot reapply for {season}',
  },
  'county.not-in-service': {
    status: 409,
    zh: '该旗县不是 {season} 年度的服务县',
    en: 'This county is not a service county in {season}',
  },
  'county.blocked': {
    status: 409,
    zh: '{season} 年度不再向该旗县派遣志愿者：{reason}',
    en: 'No volunteers go to this county in {season}: {reason}',
  },
  'county.unit-blocked': {
    status: 409,
    zh: '{season} 年度不再向服务单位 {unit} 派遣志愿者：{reason}',
    en: 'No volunteers go to the unit {unit} in {season}: {reason}',
  },
  'block.wrong-step': {
    status: 409,
    zh: '该停派记录目前为“{status}”，不能进行这一步',
    en: 'This block stands at "{status}"; this step is not possible now',
  },
  'quota.wrong-step': {
    status: 409,
    zh: '该计划目前为“{status}”，不能进行这一步',
    en: 'This plan stands at "{status}"; this step is not possible now',
  },
  'quota.plan-exists': {
    status: 409,
    zh: '{season} 年度已有一份未审定的计划',
    en: 'There is already a plan for {season} that is not decided',
  },
  'quota.none-in-force': {
    status: 409,
    zh: '{season} 年度还没有审定的实施规模',
    en: 'No quotas are in force for {season}',
  },
  'quota.twice': {
    status: 422,
    zh: '同一指标重复出现：{quota}',
    en: 'The same quota is there twice: {quota}',
  },
  'quota.over-scale': {
    status: 422,
    zh: '各旗县合计 {sum} 人，超过规定规模 {max} 人（{kind}）',
    en: 'The counties sum to {sum}, more than the scale of {max} ({kind})',
  },
  'quota.overlap': {
    status: 422,
    zh: '指标相互交叉而不嵌套：{one} 与 {other}（例如岗位 {post} 同属两者）',
    en: 'Quotas overlap and neither holds the other: {one} and {other} (both hold {post})',
  },
  'quota.county-not-serving': {
    status: 422,
    zh: '{county} 不是 {season} 年度的服务县，不能安排名额',
    en: '{county} does not serve in {season}; no quota can be given to it',
  },
  'quota.not-enough': {
    status: 422,
    zh: '调出旗县未使用的名额只有 {left} 个',
    en: 'The county has only {left} left to give',
  },
  'quota.transfer-decided': {
    status: 409,
    zh: '该调剂已处理（{status}）',
    en: 'This transfer was decided already ({status})',
  },
  'quota.transfer-to-itself': { status: 422, zh: '调出与调入不能是同一旗县', en: 'A transfer needs two counties' },
  'post.wrong-step': {
    status: 409,
    zh: '岗位 {post} 目前处于“{status}”，不能进行这一步',
    en: 'Post {post} stands at "{status}"; this step is not possible now',
  },
  'post.none-at-step': {
    status: 409,
    zh: '没有可以进行这一步的岗位',
    en: 'No posts stand at this step',
  },
  'post.county-missing': { status: 422, zh: '请指明旗县', en: 'Name the county' },
  'post.special-not-for-counties': {
    status: 422,
    zh: '旗县岗位须从规定专项中选择，不能选“{special}”',
    en: 'Posts of a county choose from the listed specials; "{special}" is not one',
  },
  'post.cash-too-low': {
    status: 422,
    zh: '不提供食宿的，每月生活补贴不得少于 {min} 元',
    en: 'Without board and lodging at least {min} yuan a month must be paid',
  },
  'post.major-unknown': { status: 422, zh: '没有这个专业代码：{major}', en: 'There is no such major: {major}' },
  'post.structure': {
    status: 422,
    zh: '岗位结构不符合要求：{shares}',
    en: 'The structure of posts does not meet the rules: {shares}',
  },
  'post.has-holders': {
    status: 409,
    zh: '岗位 {post} 还有 {taken} 名志愿者在岗或已录用',
    en: 'Post {post} still has {taken} people on it',
  },
  'post.file-unreadable': { status: 422, zh: '文件不是有效的 base64 内容', en: 'The file is not valid base64' },
} as const satisfies Record<string, RefusalText>;
