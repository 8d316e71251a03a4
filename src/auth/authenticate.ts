/** Who is asking, by whatever the bearer is: an API key, or the token of an identity provider. */
import type { Viewer } from './viewer.js';

/** Answers the viewer of a bearer, or null when there is none or nobody holds it. */
export type Authenticate = (bearer: string | undefined) => Promise<Viewer | null>;
