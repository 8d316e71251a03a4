/** How the pools of a stack share its quota, as a bar shows it. Pure. */

export interface SharedPool {
  readonly id: string;
  readonly name: string;
  readonly isMax: boolean;
  readonly limit?: string | null;
  readonly used?: string | null;
}

export interface Share {
  readonly id: string;
  readonly name: string;
  /** Of the bar's width, 0 to 100. */
  readonly width: number;
  /** Of the share's own width, 0 to 100. */
  readonly filled: number;
  readonly isOver: boolean;
}

export interface Shares {
  readonly shares: readonly Share[];
  /** Bytes a day that the sized pools have been given. */
  readonly allocated: bigint;
  /** Bytes a day in no pool; 0 where a MAX pool takes what is left. */
  readonly unallocated: bigint;
  /** Bytes a day that the sized pools have been given beyond what there is. */
  readonly overAllocated: bigint;
  /** Where the stack's quota ends, 0 to 100; 100 unless more was given than there is. */
  readonly end: number;
  readonly maxPool: SharedPool | null;
}

/** `quota`: bytes a day of the stack. A MAX pool has what the sized ones leave, whatever is stated as its limit. */
export function sharesOf(quota: bigint, pools: readonly SharedPool[]): Shares {
  const sized = pools.filter(({ isMax }) => !isMax);
  const allocated = sized.reduce((sum, { limit }) => sum + BigInt(limit ?? 0), 0n);
  const left = quota > allocated ? quota - allocated : 0n;
  const whole = quota > allocated ? quota : allocated;
  const maxPool = pools.find(({ isMax }) => isMax) ?? null;
  const sizeOf = ({ isMax, limit }: SharedPool) => (isMax ? left : BigInt(limit ?? 0));
  return {
    shares: pools.map((pool) => {
      const size = sizeOf(pool);
      const used = BigInt(pool.used ?? 0);
      return {
        id: pool.id,
        name: pool.name,
        width: percent(size, whole),
        filled: Math.min(100, percent(used, size === 0n ? used : size)),
        isOver: used > size,
      };
    }),
    allocated,
    unallocated: maxPool === null ? left : 0n,
    overAllocated: allocated > quota ? allocated - quota : 0n,
    end: percent(quota, whole),
    maxPool,
  };
}

/** To a hundredth, however large the numbers are. */
function percent(part: bigint, whole: bigint): number {
  return whole === 0n ? 0 : Number((part * 10_000n) / whole) / 100;
}
