import type { Refusal } from './schema';

/** A reason that no retry will change: the run is undone. */
export class ProvisioningRefused extends Error {
  override readonly name = 'ProvisioningRefused';

  constructor(readonly refusal: Refusal) {
    super(refusal);
  }
}
