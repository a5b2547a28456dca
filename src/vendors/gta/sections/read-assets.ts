import type { Observable } from '#domain/section.ts';
import type { GtaApi } from '../api.ts';
import type { KnownAlert } from '../mapping.ts';
import { orNull } from '../unavailable-part.ts';
import { distinct, toAddress, toOwner } from './observable.ts';

const mostAssets = 20;

export type FoundAsset = {
  id: string;
  /** null: not said, or the asset is not there any more. */
  owner: Observable | null;
  addresses: readonly Observable[];
  /** The first hundred were read, and there may be more. */
  mayHaveMore: boolean;
  detections: number;
};

/** The assets that the detections of an alert name, with the addresses they were seen with. */
export async function readAssets(api: GtaApi, known: KnownAlert, signal: AbortSignal): Promise<FoundAsset[]> {
  const named = (known.detections ?? []).flatMap(detection => detection.affectedAssetId ?? []);
  const ids = [...new Set(named)].filter(id => id !== '').slice(0, mostAssets);
  return Promise.all(
    ids.map(async id => {
      const owner = known.assets.get(id)?.assumedOwner;
      const addresses = (await orNull(api.addresses(id, signal))) ?? [];
      return {
        id,
        owner: owner ? toOwner(owner) : null,
        addresses: distinct(addresses.flatMap(address => toAddress(address, 'ipAddress') ?? [])),
        mayHaveMore: addresses.length >= 100,
        detections: named.filter(other => other === id).length,
      };
    }),
  );
}
