namespace Retort.Tool;

/// <summary>A folder of its own for what the compiler makes: nothing half-written stands where somebody else may look.</summary>
internal sealed class CompilerOutput(BuildRecord record)
{
    /// <summary>The folder.</summary>
    public string Folder { get; } = Path.Combine(record.Folder, "retort");

    /// <summary>Makes the folder, with those in it.</summary>
    public void Create()
    {
        foreach (var made in record.Made)
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(made))!);
    }

    /// <summary>Where the compiler writes a file that MSBuild has it write into the folder of the record; any other is written where it is.</summary>
    public string PathOf(string made) =>
        Path.GetRelativePath(record.Folder, made) is var relative && relative.StartsWith("..", StringComparison.Ordinal)
            ? made
            : Path.Combine(Folder, relative);

    /// <summary>Puts everything where MSBuild would have put it.</summary>
    /// <param name="time">The time that everything gets.</param>
    public void Publish(DateTime time)
    {
        foreach (var (made, copy) in record.Compiled)
            Publish(made, copy, time);
        if (record.ReferenceAssembly is var (reference, seen))
            Publish(reference, AreSame(PathOf(reference), seen) ? null : seen, time);
    }

    private void Publish(string made, string? copy, DateTime time)
    {
        var path = PathOf(made);
        File.SetLastWriteTimeUtc(path, time);
        if (copy is not null)
            File.Copy(path, copy, overwrite: true);
        if (path != made)
            File.Move(path, made, overwrite: true);
    }

    private static bool AreSame(string one, string other) =>
        File.Exists(other) && File.ReadAllBytes(one).AsSpan().SequenceEqual(File.ReadAllBytes(other));
}
