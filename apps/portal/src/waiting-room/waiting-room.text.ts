import { texts } from '../language/texts.js';

export const waitingRoomText = texts(
  {
    title: '现在人多，请稍候',
    ahead: '您前面还有',
    people: (count: string) => `${count} 人`,
    next: '马上轮到您',
    expected: '大约还要',
    underMinute: '不到 1 分钟',
    minutes: (count: number) => `${count} 分钟`,
    hours: (count: number) => `${count} 小时以上`,
    cameAt: '开始排队',
    byItself: '页面会自动更新，轮到您时自动进入，不用反复刷新。',
    keepsPlace: '刷新或暂时关闭页面，位置都会保留；同一分钟到的人，先后由抽签决定。',
    keepsDraft: '您已经填写的内容都保存着。以页面出现回执为准，才算提交成功。',
  },
  {
    title: 'Many people are here just now',
    ahead: 'Before you',
    people: (count) => `${count} people`,
    next: 'You are next',
    expected: 'It takes about',
    underMinute: 'less than a minute',
    minutes: (count) => (count === 1 ? '1 minute' : `${count} minutes`),
    hours: (count) => (count === 1 ? 'more than an hour' : `more than ${count} hours`),
    cameAt: 'Waiting since',
    byItself: 'This page keeps itself up to date and lets you in by itself; there is no need to reload it.',
    keepsPlace:
      'You keep your place when you reload or close it for a while; within one minute a lot decides who is first.',
    keepsDraft: 'What you have written is saved. Your form is submitted once the receipt appears.',
  },
);
