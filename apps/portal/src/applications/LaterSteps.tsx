import { useText } from '../language/language.js';
import { ButtonLink } from '../ui/Button.js';
import { Card } from '../ui/notices.js';
import { mineText } from './mine.text.js';

/** The pages of the steps after the form; each says itself when its time has not come. */
export function LaterSteps() {
  const t = useText(mineText);
  return (
    <Card title={t.later}>
      <div className="row">
        <ButtonLink to="/mine/progress">{t.toProgress}</ButtonLink>
        <ButtonLink to="/mine/exam">{t.toExam}</ButtonLink>
        <ButtonLink to="/mine/ranking">{t.toRanking}</ButtonLink>
        <ButtonLink to="/mine/result">{t.toResult}</ButtonLink>
        <ButtonLink to="/mine/service">{t.toService}</ButtonLink>
        <ButtonLink to="/mine/messages">{t.toMessages}</ButtonLink>
        <ButtonLink to="/mine/data">{t.toData}</ButtonLink>
      </div>
    </Card>
  );
}
