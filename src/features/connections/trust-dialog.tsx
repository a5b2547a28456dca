import { Button } from '@mantine/core';
import { sayDate } from '#store/say-when.ts';
import { Dialog } from '#ui/panes/dialog.tsx';
import { usePreferences } from '#ui/preferences/preferences.ts';
import { CopyButton } from '#ui/text/copy-button.tsx';
import { InertText } from '#ui/text/inert-text.tsx';
import type { ShownCertificate } from './step-words.ts';
import classes from './trust-dialog.module.css';

type TrustDialogProps = {
  /** null: closed. */
  certificate: ShownCertificate | null;
  onTrust: (fingerprint: string) => void;
  onClose: () => void;
};

/** Shows all of a certificate before it is trusted. */
export function TrustDialog({ certificate, onTrust, onClose }: TrustDialogProps) {
  const { zone } = usePreferences();
  if (certificate === null) return null;
  const { fingerprint, issuer, subject, names, validFrom, validTo } = certificate;
  const facts = [
    ['Issued to', subject],
    ['For the names', names],
    ['Signed by', issuer],
    ['Valid from', validFrom === null ? null : sayDate(validFrom, zone)],
    ['Valid to', validTo === null ? null : sayDate(validTo, zone)],
  ] as const;
  return (
    <Dialog
      title="Trust this certificate"
      isOpen
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="filled" onClick={() => onTrust(fingerprint)}>
            Trust this certificate
          </Button>
        </>
      }
    >
      <p className={classes['text']}>
        This connection then trusts this one certificate and no other, whatever name or date it carries.
        Compare the fingerprint with one that you got another way, such as from whoever runs the server.
      </p>
      <dl className={classes['facts']}>
        {facts.map(([label, value]) =>
          value === null ? null : (
            <div key={label} className={classes['fact']}>
              <dt>{label}</dt>
              <dd>
                <InertText text={value} />
              </dd>
            </div>
          ),
        )}
        <dt>SHA-256</dt>
        <dd className={classes['fingerprint']}>
          {fingerprint} <CopyButton text={fingerprint} label="Copy the fingerprint" />
        </dd>
      </dl>
    </Dialog>
  );
}
