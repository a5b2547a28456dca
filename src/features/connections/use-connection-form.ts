import { useState } from 'react';
import type { Connection, FormProblems } from '#domain/connection.ts';
import type { CheckReport } from '#domain/vendor.ts';
import type { Commands } from '#store/commands.ts';
import type { VendorInfo } from '#store/gateway-api.ts';
import { dropDraft, keepDraft, readDraft } from './form-drafts.ts';
import {
  type FormValues,
  findProblems,
  isMoved,
  isOtherwiseConnected,
  settingsOf,
  startValues,
  suggestName,
  type TypedSecrets,
  toDraft,
} from './form-values.ts';
import { readRefusal } from './refusal.ts';

export type FormCommands = Pick<Commands, 'addConnection' | 'changeConnection' | 'checkDraft'>;

export type ConnectionFormOptions = {
  /** null: a new one. */
  connection: Connection | null;
  vendors: readonly VendorInfo[];
  /** Names that other connections have. */
  takenNames: readonly string[];
  commands: FormCommands;
  onSaved: (connection: Connection) => void;
};

export type TestResult = { at: number; report: CheckReport; edit: number };

/** One open form: what is typed, what is wrong with it, how its test went. Nothing that fails takes typed text away. */
export function useConnectionForm(options: ConnectionFormOptions) {
  const { connection, vendors, takenNames, commands, onSaved } = options;
  const draftId = connection?.id ?? '';
  const [restored, setRestored] = useState(() => readDraft(draftId));
  const [values, setValues] = useState(() => restored?.values ?? startValues(connection, vendors));
  const [secrets, setSecrets] = useState<TypedSecrets>({});
  const [problems, setProblems] = useState<FormProblems>({});
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState<'testing' | 'saving' | null>(null);
  const [result, setResult] = useState<TestResult | null>(null);
  // Counts changes of what a test depends on, so that an old test is never taken for one of what is typed now.
  const [edit, setEdit] = useState(0);

  const vendor = vendors.find(({ id }) => id === values.vendorId);
  const suggestedName = connection?.name ?? (vendor === undefined ? '' : suggestName(vendor, takenNames));
  const draft = vendor === undefined ? null : toDraft({ connection, vendor, values, secrets, suggestedName });

  function change(part: Partial<FormValues>) {
    const next = { ...values, ...part };
    setValues(next);
    keepDraft(draftId, next);
  }

  function clearProblem(key: string) {
    setProblems(({ [key]: _, ...others }) => others);
  }

  function changeSettings(part: Readonly<Record<string, string>>) {
    change({ settings: { ...values.settings, [values.vendorId]: { ...settingsOf(values), ...part } } });
    for (const key of Object.keys(part)) clearProblem(key);
    setEdit(edit + 1);
  }

  function changeVendor(vendorId: string) {
    change({ vendorId });
    setProblems({});
    setTrouble(null);
    setResult(null);
    setEdit(edit + 1);
  }

  function changeSecret(key: string, text: string | null) {
    const { [key]: _, ...others } = secrets[values.vendorId] ?? {};
    const typed = text === null ? others : { ...others, [key]: text };
    setSecrets({ ...secrets, [values.vendorId]: typed });
    clearProblem(key);
    setEdit(edit + 1);
  }

  function changeKeep(part: Partial<Pick<FormValues, 'isKeepingAll' | 'closedDays'>>) {
    change(part);
    clearProblem('closedDays');
  }

  function changeName(name: string) {
    change({ name });
    clearProblem('name');
  }

  function startOver() {
    dropDraft(draftId);
    setRestored(null);
    setValues(startValues(connection, vendors));
    setSecrets({});
    setProblems({});
    setTrouble(null);
    setResult(null);
    setEdit(edit + 1);
  }

  async function run(kind: 'testing' | 'saving', work: () => Promise<void>, afterFailure: string) {
    if (busy !== null || vendor === undefined) return;
    const found = findProblems(values, vendor);
    setProblems(found);
    setTrouble(null);
    if (Object.keys(found).length > 0) return;
    setBusy(kind);
    try {
      await work();
    } catch (error) {
      const refusal = readRefusal(error);
      setProblems(refusal.problems);
      setTrouble(`${refusal.sentence} ${afterFailure}`);
    } finally {
      setBusy(null);
    }
  }

  async function test() {
    await run(
      'testing',
      async () => {
        if (draft === null) return;
        setResult(null);
        const report = await commands.checkDraft(draft, connection?.id ?? null);
        setResult({ at: Date.now(), report, edit });
      },
      'Nothing was tested, and what you typed is kept.',
    );
  }

  async function save() {
    await run(
      'saving',
      async () => {
        if (draft === null) return;
        const saved = await (connection === null
          ? commands.addConnection(draft)
          : commands.changeConnection(draft));
        dropDraft(draftId);
        onSaved(saved);
      },
      'Nothing was saved, and what you typed is kept.',
    );
  }

  const isCurrent = result !== null && result.edit === edit;
  return {
    values,
    vendor,
    suggestedName,
    secrets: secrets[values.vendorId] ?? {},
    problems,
    trouble,
    busy,
    result,
    /** The result is of what is typed now. */
    isResultCurrent: isCurrent,
    /** There is something to test before saving. */
    isUntested:
      draft !== null && isOtherwiseConnected(connection, draft) && !(isCurrent && result.report.isPassed),
    isMoved: vendor !== undefined && isMoved(connection, vendor.form, settingsOf(values)),
    /** When the changes now in the form were put aside; null when it opened without any. */
    restoredAt: restored?.keptAt ?? null,
    changeName,
    changeVendor,
    changeSettings,
    changeSecret,
    changeKeep,
    startOver,
    test,
    save,
  };
}

export type ConnectionFormState = ReturnType<typeof useConnectionForm>;
