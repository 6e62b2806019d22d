import { type ReactNode, type SubmitEvent, useState } from 'react';
import { useWords } from '../../shared/language/use-words';
import { Field } from './field-parts';
import { SignIn } from './sign-in';
import { MOST_PINS } from '../offline/phone-store';
import { usePhone } from './use-phone';

const SHORTEST = 6;

/** One digit again and again, or digits in a row. */
const isEasy = (pin: string): boolean =>
  /^(.)\1+$/.test(pin) || '01234567890123456789'.includes(pin) || '98765432109876543210'.includes(pin);

/** First who it is, which needs a signal, then the PIN under which everything lies from then on. */
export function ChoosePin(): ReactNode {
  const { t } = useWords();
  const { store } = usePhone();
  const [isSignedIn, setSignedIn] = useState(false);
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [fault, setFault] = useState<'short' | 'easy' | 'differs'>();
  if (!isSignedIn) {
    return (
      <main>
        <SignIn
          onDone={() => {
            setSignedIn(true);
          }}
        />
      </main>
    );
  }
  const save = (event: SubmitEvent): void => {
    event.preventDefault();
    const found = pin.length < SHORTEST ? 'short' : isEasy(pin) ? 'easy' : pin === again ? undefined : 'differs';
    setFault(found);
    if (found === undefined) void store.choosePin(pin);
  };
  return (
    <main>
      <form className="stack" onSubmit={save}>
        <h1>{t('follow-up:field.pin.make')}</h1>
        <p>{t('follow-up:field.pin.makeHint')}</p>
        <Pin label={t('follow-up:field.pin.title')} value={pin} onChange={setPin} />
        <Pin label={t('follow-up:field.pin.again')} value={again} onChange={setAgain} />
        {fault !== undefined && <p role="alert">{t(`follow-up:field.pin.${fault}`)}</p>}
        <button type="submit" className="primary">
          {t('follow-up:field.pin.save')}
        </button>
      </form>
    </main>
  );
}

export function Unlock(): ReactNode {
  const { t } = useWords();
  const { store, state } = usePhone();
  const [pin, setPin] = useState('');
  const [isTrying, setTrying] = useState(false);
  const [forgot, setForgot] = useState(false);
  const open = (event: SubmitEvent): void => {
    event.preventDefault();
    setTrying(true);
    void store.unlock(pin).then((isOpen) => {
      setTrying(false);
      if (!isOpen) setPin('');
    });
  };
  return (
    <main>
      <form className="stack" onSubmit={open}>
        <h1>{t('follow-up:field.pin.title')}</h1>
        <Pin label="PIN" value={pin} onChange={setPin} />
        {state.wrongPins > 0 && (
          <p role="alert">{t('follow-up:field.pin.wrong', { count: MOST_PINS - state.wrongPins })}</p>
        )}
        <button type="submit" className="primary" aria-busy={isTrying}>
          {t('follow-up:field.pin.open')}
        </button>
        <button
          type="button"
          className="link"
          aria-expanded={forgot}
          onClick={() => {
            setForgot(!forgot);
          }}
        >
          {t('follow-up:field.pin.forgot')}
        </button>
        {forgot && (
          <>
            <p>{t('follow-up:field.pin.forgotHint')}</p>
            <button
              type="button"
              className="danger"
              onClick={() => {
                void store.wipeAll();
              }}
            >
              {t('follow-up:field.pin.forgotDo')}
            </button>
          </>
        )}
      </form>
    </main>
  );
}

interface PinProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Pin({ label, value, onChange }: PinProps): ReactNode {
  return (
    <Field label={label}>
      <input
        type="password"
        inputMode="numeric"
        autoComplete="off"
        value={value}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
      />
    </Field>
  );
}
