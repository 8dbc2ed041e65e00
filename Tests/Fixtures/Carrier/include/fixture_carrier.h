/* The C functions of the fixture plugins, asked before any of their Swift runs. */
