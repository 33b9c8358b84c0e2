using Retort.Tool;

// The same program twice: as it is typed, and inside the project that it found (which it starts itself).
return args is [HostedProgram.Switch, .. var hosted]
    ? await HostedProgram.RunAsync(hosted).ConfigureAwait(false)
    : await new Launcher(new AssemblyResolver()).RunAsync(args).ConfigureAwait(false);
