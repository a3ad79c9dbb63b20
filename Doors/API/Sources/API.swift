// The API door.
