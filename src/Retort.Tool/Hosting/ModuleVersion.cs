using System.Text;

namespace Retort.Tool;

/// <summary>
/// The identity that a compiler gives a module (ECMA-335, II.22.30): the same means the same code, also where one file has been
/// compiled ahead.
/// </summary>
/// <remarks>Read by hand, up to the first identity in the file: the reader of the framework takes longer to start than a comparison may.</remarks>
internal static class ModuleVersion
{
    private const int CliDirectory = 14;

    /// <summary>The module version id of an assembly's file.</summary>
    /// <exception cref="BadImageFormatException">The file is no assembly.</exception>
    public static Guid Of(string path)
    {
        using var file = new BinaryReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read));
        try
        {
            var header = file.UInt32At(0x3c) + 4; // behind "PE\0\0"
            var sections = new Sections(file, header);
            var cli = sections.Offset(file.UInt32At(sections.Directories + 8 * CliDirectory));
            return FirstGuid(file, sections.Offset(file.UInt32At(cli + 8)));
        }
        catch (EndOfStreamException error)
        {
            throw new BadImageFormatException($"{path} is no assembly.", path, error);
        }
    }

    /// <summary>The metadata begin with the list of their streams; that of the identities begins with the module's.</summary>
    private static Guid FirstGuid(BinaryReader file, uint metadata)
    {
        var streams = metadata + 16 + file.UInt32At(metadata + 12);
        int count = file.UInt16At(streams + 2);
        for (file.BaseStream.Position = streams + 4; count > 0; count--)
        {
            var offset = file.ReadUInt32();
            file.ReadUInt32();
            if (StreamName(file) == "#GUID")
                return new Guid(file.BytesAt(metadata + offset, 16));
        }
        throw new EndOfStreamException();
    }

    /// <summary>ASCII, ended by zeros up to a multiple of four.</summary>
    private static string StreamName(BinaryReader file)
    {
        var name = "";
        string part;
        do name += part = Encoding.ASCII.GetString(file.ReadBytes(4));
        while (!part.Contains('\0', StringComparison.Ordinal));
        return name.TrimEnd('\0');
    }

    private static ushort UInt16At(this BinaryReader file, uint position)
    {
        file.BaseStream.Position = position;
        return file.ReadUInt16();
    }

    private static uint UInt32At(this BinaryReader file, uint position)
    {
        file.BaseStream.Position = position;
        return file.ReadUInt32();
    }

    private static byte[] BytesAt(this BinaryReader file, uint position, int count)
    {
        file.BaseStream.Position = position;
        return file.ReadBytes(count);
    }

    /// <summary>Where in the file each part of the loaded image is.</summary>
    private sealed class Sections(BinaryReader file, uint header)
    {
        private const ushort Wide = 0x20b;

        private readonly uint _optional = header + 20;

        /// <summary>Position of the table of directories.</summary>
        public uint Directories => _optional + (file.UInt16At(_optional) == Wide ? 112u : 96u);

        /// <summary>Position in the file of an address in the image.</summary>
        public uint Offset(uint address)
        {
            var first = _optional + file.UInt16At(header + 16);
            for (uint each = 0, count = file.UInt16At(header + 2); each < count; each++)
            {
                var section = first + 40 * each;
                var start = file.UInt32At(section + 12);
                if (address >= start && address < start + file.UInt32At(section + 16))
                    return address - start + file.UInt32At(section + 20);
            }
            throw new EndOfStreamException();
        }
    }
}
