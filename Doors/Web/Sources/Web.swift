// The Web door.
