// The CLI door.
