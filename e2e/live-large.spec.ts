import { sizes } from '#mocks/scenarios.ts';
import { grid } from './casefold.ts';
import { expect, openLive, stripItem, test } from './live.ts';
import { facet, readRefs, say } from './queue-screen.ts';

test.use({ scenario: 'large', trace: 'off' });
test.setTimeout(180_000);

const counts = {
  Stellar: sizes.large.stellar,
  Argus: sizes.large.argus,
  'Incydr US2': sizes.large.incydr,
  IRIS: sizes.large.iris,
  GTA: sizes.large.gta,
};

test('150,000 records of five vendors come together: rows at once, the rest as it comes, each vendor whole', async ({
  page,
  live,
}) => {
  await openLive(page, live);
  const count = page.getByText(/cases and alerts$/);
  await expect.poll(async () => (await readRefs(page)).length).toBeGreaterThan(10);
  await expect(count).toHaveText(/^At least [\d,]+ cases and alerts$/);
  await expect(stripItem(page, 'Stellar')).toHaveText(/^Stellar[\d,]+ of 139,380/);

  await expect(count).toHaveText('150,000 cases and alerts', { timeout: 150_000 });
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '150001');
  for (const [name, known] of Object.entries(counts)) {
    await expect(stripItem(page, name)).toHaveText(new RegExp(`^${name}${say(known)}(?! of)`));
    await expect(facet(page, 'Connection', name)).toHaveAccessibleName(`${name}, ${say(known)}`);
  }
});
