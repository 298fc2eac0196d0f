import type { PublicNoticeRow, PublicNoticeView } from '@xibu/domain/programme/api';
import type { ReactNode } from 'react';
import { Name, useLanguage } from '../language/language.js';
import { sayInstant } from './legal-dates.js';
import { Card } from './notices.js';

interface NoticeCardProps {
  readonly notice: PublicNoticeView;
  /** Below the text. */
  readonly children?: ReactNode;
}

/** 通知 as it was issued: title, number, office, text; always in Chinese, whatever the page speaks. */
export function NoticeCard({ notice, children }: NoticeCardProps) {
  return (
    <Card>
      <h2>
        <Name>{notice.title}</Name>
      </h2>
      <NoticeOrigin of={notice} />
      <p className="readable notice-text">
        <Name>{notice.text}</Name>
      </p>
      {children}
    </Card>
  );
}

/** 文号, who issued it, and when. */
export function NoticeOrigin({ of: { number, issuedByName, issuedAt } }: { readonly of: PublicNoticeRow }) {
  const { language } = useLanguage();
  return (
    <p className="small">
      <Name>{`${number} · ${issuedByName}`}</Name> · {sayInstant(issuedAt, language)}
    </p>
  );
}
