import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import classes from './connection-card.module.css';

/** For a vendor that asks for a one-time code. A code counts once, so a refused one is cleared. */
export function OneTimeCode({ onSignIn }: { onSignIn: (code: string) => Promise<void> }) {
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isBusy) return;
    const typed = code.replaceAll(/\s/g, '');
    if (!/^\d{4,10}$/.test(typed)) {
      setProblem('A one-time code is 4 to 10 digits.');
      return;
    }
    setBusy(true);
    setProblem(null);
    try {
      await onSignIn(typed);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
      setCode('');
    }
  }

  return (
    <form className={classes['code']} onSubmit={event => void submit(event)} noValidate>
      <TextInput
        className={classes['codeInput'] ?? ''}
        label="One-time code"
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        error={problem !== null}
        onChange={event => setCode(event.currentTarget.value)}
      />
      <Button type="submit">{isBusy ? 'Signing in' : 'Sign in'}</Button>
      {problem === null ? null : (
        <p className={classes['sentence']} role="status">
          {problem}
        </p>
      )}
    </form>
  );
}
