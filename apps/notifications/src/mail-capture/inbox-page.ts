/** A mail that was taken instead of being sent into the world. */
export interface CapturedMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly at: Date;
}

const style = `body{font:15px/1.6 "Noto Sans SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif;margin:0;background:#f5f6f8;color:#1c2024}
header{background:#fff;border-top:3px solid #b5121b;border-bottom:1px solid #dde2e8;padding:12px 24px;display:flex;gap:16px;align-items:center;flex-wrap:wrap}
main{max-width:860px;margin:16px auto;padding:0 16px;display:grid;gap:8px}article{background:#fff;border:1px solid #dde2e8;border-radius:8px;padding:12px 16px}
h1{font-size:18px;margin:0}h2{font-size:15px;margin:0 0 4px}p{margin:0;white-space:pre-wrap}small{color:#555f6b}input{font:inherit;padding:6px 10px}`;

/** The captured mails as a page; newest first. */
export function inboxPage(mails: readonly CapturedMail[], query: string): string {
  const shown = mails
    .slice(0, 200)
    .map(
      ({ to, subject, text, at }) =>
        `<article><h2>${escape(subject)}</h2><small>${escape(to)} · ${at.toISOString().slice(0, 16).replace('T', ' ')}</small><p>${escape(text)}</p></article>`,
    );
  const empty =
    '<article><p>没有邮件。系统发出的邮件会显示在这里，不会真的寄出。<br>No mail. What the system sends is shown here and leaves this machine nowhere.</p></article>';
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>邮件 · 西部计划</title><style>${style}</style>
<header><h1>邮件（仅开发环境）</h1><form><input name="q" value="${escape(query)}" placeholder="收件人或主题" aria-label="收件人或主题"></form><small>${mails.length}</small></header>
<main>${shown.join('') || empty}</main></html>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
