/** To a peer in memory a cursor is the place in its order. */

export function cursorOf(place) {
  return Buffer.from(String(place)).toString('base64');
}

/** Where the page behind it starts. */
export function placeAfter(cursor) {
  return cursor === null || cursor === undefined ? 0 : Number(Buffer.from(cursor, 'base64').toString()) + 1;
}
