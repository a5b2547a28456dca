import type { VendorInfo } from '#store/gateway-api.ts';
import { InertText } from '#ui/text/inert-text.tsx';
import classes from './dialogs.module.css';
import type { ImportPlan } from './settings-file.ts';

/** What an import will add and what it leaves out, before it does anything. */
export function ImportPlanView({ plan, vendors }: { plan: ImportPlan; vendors: readonly VendorInfo[] }) {
  const { adds, leftOut, hasSecrets } = plan;
  const shortNames = new Map(vendors.map(vendor => [vendor.id, vendor.shortName]));
  return (
    <div>
      <h3 className={classes['heading']}>
        {adds.length === 0 ? 'Nothing to add' : 'Will be added, each without its secret'}
      </h3>
      <ul className={classes['list']}>
        {adds.map(({ id, name, vendor }) => (
          <li key={id}>
            <InertText text={name} />{' '}
            <span className={classes['support']}>{shortNames.get(vendor) ?? vendor}</span>
          </li>
        ))}
      </ul>
      {leftOut.length === 0 ? null : (
        <>
          <h3 className={classes['heading']}>Left out</h3>
          <ul className={classes['list']}>
            {leftOut.map(({ name, problem }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two entries of a file may be alike, and the list never changes
              <li key={index}>
                <InertText text={name} />
                <div className={classes['problem']}>
                  <InertText text={problem} />
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      {hasSecrets ? (
        <p className={classes['support']}>Secrets in the file are not read. Set them here afterwards.</p>
      ) : null}
    </div>
  );
}
