using Retort.Migrations;

namespace Retort.Tool;

/// <summary>A file or folder that a build depends on, as it is now.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Kind">What its change means.</param>
/// <param name="Written">Its last change, UTC; null where it does not exist.</param>
/// <param name="Length">In bytes; 0 for folders.</param>
internal sealed record BuildInput(string Path, BuildInputKind Kind, DateTime? Written, long Length)
{
    /// <summary>The file or folder as the file system has it.</summary>
    public static BuildInput Of(string path, BuildInputKind kind)
    {
        var file = new FileInfo(path);
        return file.Exists
            ? new(path, kind, file.LastWriteTimeUtc, file.Length)
            : new(path, kind, Directory.Exists(path) ? Directory.GetLastWriteTimeUtc(path) : null, 0);
    }

    /// <summary>Whether it is C# code.</summary>
    public bool IsSource => Kind is BuildInputKind.Source or BuildInputKind.UnknownSource;

    /// <summary>A number that changes when the input does: of path, time and length.</summary>
    public ulong Fingerprint
    {
        get
        {
            var fingerprint = Fnv1a.Empty;
            foreach (var character in Path)
                fingerprint = Fnv1a.Add(fingerprint, character);
            return Fnv1a.Add(Fnv1a.Add(fingerprint, (ulong)(Written?.Ticks ?? 0)), (ulong)Length);
        }
    }
}

/// <summary>What the change of a <see cref="BuildInput"/> means.</summary>
internal enum BuildInputKind
{
    /// <summary>A C# file: the project must be compiled again.</summary>
    Source,

    /// <summary>A C# file in the project's folder that the last build did not compile.</summary>
    UnknownSource,

    /// <summary>Anything else that must be there: the whole build must run.</summary>
    Input,

    /// <summary>A file that MSBuild or the SDK reads where it exists.</summary>
    Implicit,

    /// <summary>What the build itself wrote: must be there, and not be newer than its end.</summary>
    Product,
}
