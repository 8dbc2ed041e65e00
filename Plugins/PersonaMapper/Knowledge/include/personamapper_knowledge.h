/* This target carries the manifest and the data of PersonaMapper; its C is in carrier.c. */
