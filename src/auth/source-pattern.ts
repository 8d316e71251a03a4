/** What a pattern of source names may look like; in it only `*` is special. */
export const sourcePattern = /^[a-z0-9*][a-z0-9*-]*$/;
