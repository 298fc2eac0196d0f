import { texts } from '../language/texts.js';

export const appraisalsText = texts(
  {
    title: '服务期满鉴定',
    intro:
      '服务结束的人，由旗县项目办写鉴定，确定等次；自治区按鉴定签发服务证书。可以一个一个写，也可以选中几个人写一样的。',
    person: '姓名',
    number: '编号',
    unit: '服务单位',
    leftOn: '离岗日期',
    write: '写鉴定…',
    question: (count: number) => (count === 1 ? '写服务期满鉴定' : `为 ${count} 人写同样的鉴定`),
    writeDo: '提交鉴定',
    grade: '等次',
    text: '鉴定意见',
    textHint: '思想表现、工作实绩、遵守纪律，写具体。证书签发前可以重写，以最后一次为准。',
    none: '还没有服务结束的人。服务期满或批准离岗后，会出现在这里。',
  },
  {
    title: 'Appraisals',
    intro:
      'When somebody has finished, the county writes the appraisal with its grade; the region issues the certificate on it. Write one by one, or the same for several.',
    person: 'Name',
    number: 'Number',
    unit: 'Unit',
    leftOn: 'Left on',
    write: 'Write…',
    question: (count) => (count === 1 ? 'Write the appraisal' : `Write the same appraisal for ${count} people`),
    writeDo: 'Hand in',
    grade: 'Grade',
    text: 'Appraisal',
    textHint:
      'Attitude, work done, discipline: be specific. It may be written anew until the certificate is issued; the last one counts.',
    none: 'Nobody has finished yet. They appear here when their service has ended.',
  },
);
