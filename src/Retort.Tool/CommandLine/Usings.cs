// The name Command alone is that of a statement in Retort.
global using CliCommand = System.CommandLine.Command;
