import { NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { Fragment } from 'react';
import { type Connection, trustFields } from '#domain/connection.ts';
import type { SecretStoreInfo, VendorInfo } from '#store/gateway-api.ts';
import classes from './form.module.css';
import { presetOf, settingsOf, shownFields } from './form-values.ts';
import { KeepField } from './keep-field.tsx';
import { SecretField } from './secret-field.tsx';
import { SettingField } from './setting-field.tsx';
import type { ConnectionFormState } from './use-connection-form.ts';

type ConnectionFieldsProps = {
  form: ConnectionFormState;
  connection: Connection | null;
  vendors: readonly VendorInfo[];
  secretStore: SecretStoreInfo;
  isReplacing: boolean;
  /** Somebody asked for them, or a certificate was refused. */
  isTrustShown: boolean;
};

const places: Record<SecretStoreInfo['kind'], string> = {
  keyring: 'Secrets go into the keyring of this machine and are never shown again.',
  file: 'Secrets go into an encrypted file and are never shown again.',
  memory: 'Secrets are kept until Casefold stops, and are never shown again.',
  demo: 'The demo takes no secrets.',
};

/** Every input of a connection, from what its vendor says of itself. */
export function ConnectionFields(props: ConnectionFieldsProps) {
  const { form, connection, vendors, secretStore, isReplacing, isTrustShown } = props;
  const { values, vendor, problems, secrets } = form;
  if (vendor === undefined) return null;
  const typed = settingsOf(values);
  const fields = shownFields(vendor.form, typed);
  const preset = presetOf(vendor.form, typed);
  const { presets } = vendor.form;
  const secretNote = secretStore.notice ?? places[secretStore.kind];
  const isTrustSet = trustFields.some(({ key }) => (typed[key] ?? '') !== '' || problems[key] !== undefined);

  return (
    <>
      {connection === null ? (
        <div>
          <SegmentedControl
            fullWidth
            aria-label="Vendor"
            value={vendor.id}
            data={vendors.map(({ id, shortName }) => ({ value: id, label: shortName }))}
            onChange={form.changeVendor}
          />
          <p className={classes['note']}>
            {vendor.name}. {vendor.offers.replace(/\.?$/, '.')}
          </p>
        </div>
      ) : null}
      <TextInput
        size="sm"
        label="Name"
        value={values.name}
        placeholder={form.suggestedName}
        error={problems['name']}
        data-field="name"
        maxLength={100}
        autoComplete="off"
        onChange={event => form.changeName(event.currentTarget.value)}
      />
      {presets.length === 0 ? null : (
        <NativeSelect
          size="sm"
          label="Region or host preset"
          value={preset}
          data={[{ value: '', label: 'My own' }, ...presets.map(({ label }) => ({ value: label, label }))]}
          onChange={event => {
            const chosen = presets.find(({ label }) => label === event.currentTarget.value);
            if (chosen !== undefined) form.changeSettings(chosen.values);
          }}
        />
      )}
      {fields.map(field => {
        if (field.kind !== 'secret')
          return (
            <SettingField
              key={`${vendor.id} ${field.key}`}
              field={field}
              value={typed[field.key] ?? ''}
              problem={problems[field.key]}
              onChange={text => form.changeSettings({ [field.key]: text })}
            />
          );
        if (secretStore.kind === 'demo') return null;
        return (
          <Fragment key={`${vendor.id} ${field.key}`}>
            <SecretField
              field={field}
              typed={secrets[field.key]}
              isSet={connection?.secrets[field.key] ?? false}
              isReplacing={isReplacing}
              isMoved={form.isMoved}
              problem={problems[field.key]}
              onChange={text => form.changeSecret(field.key, text)}
            />
            <p className={classes['note']}>{secretNote}</p>
          </Fragment>
        );
      })}
      {secretStore.kind === 'demo' ? <p className={classes['note']}>{secretNote}</p> : null}
      {isTrustShown || isTrustSet
        ? trustFields.map(field => (
            <SettingField
              key={field.key}
              field={field}
              value={typed[field.key] ?? ''}
              problem={problems[field.key]}
              onChange={text => form.changeSettings({ [field.key]: text })}
            />
          ))
        : null}
      <KeepField values={values} problem={problems['closedDays']} onChange={form.changeKeep} />
    </>
  );
}
