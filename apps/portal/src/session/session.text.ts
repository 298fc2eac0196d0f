import { texts } from '../language/texts.js';

export const sessionText = texts(
  {
    lostTitle: '登录已过期，请重新登录',
    lostText: '页面上的内容还在，登录后继续。',
    account: '账号',
    password: '密码',
    code: '动态验证码',
    codeHint: '项目办人员填写；报名人不用填',
    newPassword: '新密码',
    newPasswordHint: '临时密码只能用一次。请设置新密码：至少 10 个字符，含字母、数字、符号中的两种',
    signIn: '登录',
    leave: '不登录，回首页',
  },
  {
    lostTitle: 'Your session has ended; please sign in again',
    lostText: 'What is on the page stays; you go on after signing in.',
    account: 'Account',
    password: 'Password',
    code: 'One-time code',
    codeHint: 'For offices; applicants leave it empty',
    newPassword: 'New password',
    newPasswordHint:
      'A temporary password works once. Choose a new one: at least 10 characters, with two of letters, digits and signs',
    signIn: 'Sign in',
    leave: 'Go to the home page instead',
  },
);
