import { may } from '@xibu/domain/access';
import type { ObjectionView } from '@xibu/domain/recruitment/api';
import { Name } from '../language/language.js';
import { recordPage } from '../office/RecordPage.js';
import { stateOf, universities } from '../office/usual.js';
import { Revealing } from '../readings/Revealing.js';
import { ButtonLink } from '../ui/Button.js';
import { Moment } from '../ui/Day.js';
import type { StepAction } from '../ui/StepButton.js';
import { CodeName } from '../ui/ValueOf.js';
import { objectionText } from './objection.text.js';

const objections = '/api/recruitment/objections';
type Words = (typeof objectionText)['zh'];

/** One objection to a public notice: what it says, who can be asked back, and the decision. */
export const ObjectionRecord = recordPage<Words, ObjectionView>(objectionText, (t, { actor }) => {
  const reason = { key: 'reason', label: t.reason, hint: t.reasonHint, kind: 'long', maxLength: 500 } as const;
  const decide = (key: string, label: string, question: string): StepAction<ObjectionView> => ({
    ...{ key, label, question, done: t.decided, fields: [reason] },
    ...{ path: ({ id }) => `${objections}/${id}/${key}`, body: (values) => values },
  });
  return {
    path: (id) => `${objections}/${encodeURIComponent(id)}`,
    title: () => t.title,
    state: ({ status }) => stateOf(t.statuses, { open: 'act', upheld: 'bad' })(status),
    summary: (one) => [
      { label: t.university, value: <CodeName path={universities} code={one.university} /> },
      { label: t.line, value: one.line },
      { label: t.receivedAt, value: <Moment of={one.receivedAt} /> },
      { label: t.decidedAt, value: <Moment of={one.decidedAt} /> },
    ],
    steps: ({ status }) =>
      status === 'open' && may(actor, 'objection.decide')
        ? [
            decide('dismiss', t.dismiss, t.dismissQuestion),
            { ...decide('uphold', t.uphold, t.upholdQuestion), tone: 'no' },
          ]
        : [],
    sections: (one) => [
      {
        title: t.said,
        content: (
          <>
            <p className="readable">
              <Name>{one.reason}</Name>
            </p>
            <div>
              <ButtonLink to={`/office/applications/${one.applicationId}`}>{t.toApplication}</ButtonLink>
            </div>
          </>
        ),
      },
      ...(one.decisionReason ? [{ title: t.decision, content: <Name>{one.decisionReason}</Name> }] : []),
      ...(may(actor, 'objection.reveal')
        ? [
            {
              title: t.contact,
              content: (
                <>
                  <p className="quiet readable">{t.contactText}</p>
                  <Revealing
                    path={`${objections}/${one.id}/reveal`}
                    whatIs={() => t.contact}
                    fields={[{ ...reason, label: t.whyLook, hint: t.contactHint, maxLength: 200 }]}
                  />
                </>
              ),
            },
          ]
        : []),
    ],
    history: ({ receivedAt, decidedAt, status }) => [
      { at: receivedAt, by: '', what: t.received },
      ...(decidedAt && status !== 'open'
        ? [{ at: decidedAt, by: '', what: status === 'upheld' ? t.upheldEvent : t.dismissedEvent }]
        : []),
    ],
  };
});
