import type { MessageView } from '@xibu/domain/notifications/api';
import type { Page } from '../api/lists.js';
import { Name, useLanguage, useText } from '../language/language.js';
import { sayInstant } from '../ui/legal-dates.js';
import { Card, Tag } from '../ui/notices.js';
import { ReadPage } from '../ui/ReadPage.js';
import { StepButton } from '../ui/StepButton.js';
import { messagesText } from './messages.text.js';

const base = '/api/notifications/messages';

/** What one was told, the newest first; for people and for offices alike. */
export function MessagesPage() {
  const t = useText(messagesText);
  return (
    <ReadPage<Page<MessageView>>
      title={t.title}
      path={`${base}/mine?limit=100`}
      absent={t.none}
      isEmpty={({ rows }) => rows.length === 0}
    >
      {({ rows }) => rows.map((message) => <Message key={message.id} message={message} />)}
    </ReadPage>
  );
}

function Message({ message }: { readonly message: MessageView }) {
  const t = useText(messagesText);
  const { language } = useLanguage();
  return (
    <Card>
      <p className="row">
        <b>
          <Name>{message.subject}</Name>
        </b>
        {!message.readAt && <Tag tone="act">{t.unread}</Tag>}
        <span className="small">{sayInstant(message.at, language)}</span>
      </p>
      <p className="readable">
        <Name>{message.text}</Name>
      </p>
      {!message.readAt && (
        <StepButton
          subject={message}
          step={{
            ...{ key: 'read', label: t.read, tone: 'plain', done: t.done },
            ...{ path: ({ id }) => `${base}/${id}/read`, body: () => ({}) },
          }}
        />
      )}
    </Card>
  );
}
