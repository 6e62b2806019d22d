import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { FollowedComplaint, HeldComplaint } from '../api/schemas';
import { PublicFrame } from '../app/shell/public-frame';
import { useWords } from '../shared/language/use-words';
import { Facts } from '../shared/look/facts';
import { OpenedForm } from '../shared/look/opened-form';
import { ReasonArea } from '../shared/look/reason-area';
import { ProblemNotice } from '../shared/states/problem-notice';

import { addToComplaint, followComplaint } from './public-queries';

/** Whoever holds number and secret of a complaint reads how far it is, adds to it, and appeals. */
export function StatusPage(): ReactNode {
  const { t } = useWords();
  const [held, setHeld] = useState<HeldComplaint>({ number: '', secret: '' });
  const [followed, setFollowed] = useState<FollowedComplaint>();
  const follow = useMutation({ mutationFn: followComplaint, onSuccess: setFollowed });
  return (
    <PublicFrame
      title={t('complaints:status.title')}
      links={[
        { to: '/pengaduan', name: t('complaints:public.title') },
        { to: '/cek', name: t('complaints:public.ownAid') },
      ]}
    >
      {follow.error !== null && <ProblemNotice error={follow.error} />}
      {followed === undefined ? (
        <form
          className="stack panel"
          onSubmit={(event) => {
            event.preventDefault();
            follow.mutate({ number: held.number.trim(), secret: held.secret });
          }}
        >
          {(['number', 'secret'] as const).map((field) => (
            <TextInput
              key={field}
              label={t(`complaints:${field}`)}
              size="md"
              required
              autoComplete="off"
              {...(field === 'number' ? { pattern: String.raw`\s*\d\d\.\d\d-\d\d-\d{6,7}\s*` } : {})}
              value={held[field]}
              onChange={({ currentTarget: { value } }) => {
                setHeld({ ...held, [field]: value });
              }}
            />
          ))}
          <Button type="submit" size="md" aria-disabled={follow.isPending}>
            {t('complaints:status.follow')}
          </Button>
        </form>
      ) : (
        <HowFar followed={followed} held={held} onChange={setFollowed} />
      )}
    </PublicFrame>
  );
}

interface HowFarProps {
  readonly followed: FollowedComplaint;
  readonly held: HeldComplaint;
  readonly onChange: (followed: FollowedComplaint) => void;
}

function HowFar({ followed, held, onChange }: HowFarProps): ReactNode {
  const { t, format } = useWords();
  const { number, stage, receivedAt, office, place, dueOn, waitingFor, waitingUntil, outcome, answer } = followed;
  const facts: (readonly [string, ReactNode])[] = [
    [t('complaints:number'), number],
    [t('complaints:state'), <strong key="stage">{t(`complaints:stageIs.${stage}`)}</strong>],
    [t('complaints:status.receivedAt'), format.dateTime(receivedAt)],
    [t('complaints:status.askWhom'), `${t(`complaints:officeIs.${office}`)}, ${place}`],
  ];
  if (answer === null) facts.push([t('complaints:dueOn'), format.date(dueOn)]);
  if (waitingFor !== null && waitingUntil !== null) {
    const until = { whom: t(`complaints:waitsFor.${waitingFor}`), day: format.date(waitingUntil) };
    facts.push([t('complaints:clock'), t('complaints:clockStands', until)]);
  }
  if (answer !== null && outcome !== null) {
    facts.push([t('complaints:outcome'), t(`complaints:outcomeIs.${outcome}`)], [t('complaints:answer'), answer]);
  }
  if (followed.mayAppeal && followed.appealUntil !== null) {
    facts.push([t('complaints:status.appealUntil'), format.date(followed.appealUntil)]);
  }
  return (
    <>
      <div role="status">
        <Facts facts={facts} />
      </div>
      {followed.mayAdd && <More what="add" held={held} onChange={onChange} />}
      {followed.mayAppeal && <More what="appeal" held={held} onChange={onChange} />}
    </>
  );
}

interface MoreProps extends Omit<HowFarProps, 'followed'> {
  readonly what: 'add' | 'appeal';
}

function More({ what, held, onChange }: MoreProps): ReactNode {
  const { t } = useWords();
  const [text, setText] = useState('');
  const send = useMutation({ mutationFn: addToComplaint(what, held), onSuccess: onChange });
  return (
    <OpenedForm name={t(`complaints:status.${what}`)}>
      {(close) => (
        <form
          className="stack panel"
          onSubmit={(event) => {
            event.preventDefault();
            send.mutate(text, { onSuccess: close });
          }}
        >
          <ReasonArea label={t(`complaints:status.${what}Text`)} value={text} onChange={setText} />
          {send.error !== null && <ProblemNotice error={send.error} />}
          <Button type="submit" size="md" aria-disabled={send.isPending}>
            {t('complaints:status.send')}
          </Button>
        </form>
      )}
    </OpenedForm>
  );
}
